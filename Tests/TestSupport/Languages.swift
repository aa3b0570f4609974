import Foundation

/// The names of the files of a language's folder (`Sources/PlancLanguages/Languages/<tag>`), by name.
public func languageFiles(_ tag: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: languageFolder(tag))) ?? []).sorted()
}

/// A file of a language's folder as it was written; empty where there is none.
public func languageFile(_ tag: String, _ name: String) -> String {
    readFile(languageFolder(tag) + "/" + name).map { String(decoding: $0, as: UTF8.self) } ?? ""
}

private func languageFolder(_ tag: String) -> String {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return tests.deletingLastPathComponent().path + "/Sources/PlancLanguages/Languages/" + tag
}
