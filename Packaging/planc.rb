# A formula for Homebrew, to be put into a tap: it builds planc from the sources of a release. Nobody has tried it yet.
class Planc < Formula
  desc "Compiler of continuity and crisis-communication plans"
  homepage "https://planc.example"
  url "https://planc.example/releases/planc-0.1.0-source.tar.gz"
  sha256 "0000000000000000000000000000000000000000000000000000000000000000"

  depends_on "pkg-config" => :build
  depends_on xcode: ["16.3", :build]
  depends_on "cmark"
  depends_on "harfbuzz"
  depends_on "libpng"
  depends_on "libsodium"
  depends_on "libyaml"
  depends_on "pango"
  depends_on "qpdf"
  depends_on "qrencode"
  depends_on "snowball"

  def install
    system "swift", "build", "--disable-sandbox", "-c", "release", "--product", "planc"
    bin.install ".build/release/planc"
    generate_completions_from_executable(bin/"planc", "completions")
    system "python3", "Packaging/manual.py", buildpath/"man"
    man.install Dir["man/*"]
  end

  test do
    system bin/"planc", "init", "Plan", "--name", "Corner Shop", "--locale", "en", "--trade", "shop"
    system bin/"planc", "list", "scenarios", "Plan"
  end
end
