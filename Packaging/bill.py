"""`planc-VERSION.cdx.json`: what a release holds, as CycloneDX 1.5 (a software bill of materials)."""

import time
import uuid

import parts
import tarball


def bill():
    held = tarball.contents()
    found = parts.components(held)
    namespace = uuid.UUID("6a1f0d5e-5d0c-5bb8-9f6e-3f6f6b0d6c11")
    address = f"pkg:generic/planc@{parts.version()}"
    whole = {"type": "application", "bom-ref": address, "name": "planc", "version": parts.version(), "purl": address,
             "hashes": [{"alg": "SHA-256", "content": parts.sha256(held[0].data)}]}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(namespace, address + parts.sha256(held[0].data))}",
        "version": 1,
        "metadata": {
            "timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(parts.epoch())),
            "component": whole,
        },
        "components": [
            {"type": "library", "bom-ref": one.address + "#" + one.how.replace(" ", "-"), "name": one.name,
             "version": one.version, "purl": one.address,
             "properties": [{"name": "planc:where", "value": one.how},
                            {"name": "planc:terms", "value": f"sha256:{parts.sha256(one.terms)}"}]}
            for one in found
        ],
        "dependencies": [{"ref": address, "dependsOn": [one.address + "#" + one.how.replace(" ", "-") for one in found]}],
    }


def main():
    parts.OUTPUT.mkdir(parents=True, exist_ok=True)
    path = parts.OUTPUT / f"planc-{parts.version()}.cdx.json"
    path.write_text(parts.dumped(bill()))
    print(f"{path.relative_to(parts.ROOT)}: {len(bill()['components'])} components")


if __name__ == "__main__":
    main()
