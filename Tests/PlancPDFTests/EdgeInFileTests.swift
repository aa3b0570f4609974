import Foundation
import PlancDocument
import Testing

@testable import PlancPDF

/// What stands on the edge of pages, read back from the finished file.
@Suite struct EdgeInFileTests {
    private func read(_ title: String) throws -> String {
        var document = Sample.document(
            "pack", title: "Pack",
            [
                .heading(level: 1, [.text("First")], anchor: "first"), .paragraph([.text("What it says")], .body),
                .pageBreak, .paragraph([.text("It goes on")], .body),
            ])
        document.edge = Edge(
            slots: 9, shared: 6, tabs: [.init(label: "7", title: title, anchor: "first", slot: 0, isSolid: true)])
        return String(decoding: try PDFText(reading: try emitPDF(document).bytes).painted, as: UTF8.self)
    }

    @Test func theNameOfAPartIsOnEveryPageOfIt() throws {
        #expect(try read("Bad milk").components(separatedBy: "Bad milk").count == 3)
        #expect(try read("Fuite de données").components(separatedBy: "données").count == 3)
    }

    /// What stands behind the turned words is set as if they were not there: the state of the page is given back.
    @Test func aNameWithoutRoomLeavesTheRestAsItWas() throws {
        let title = "Supplier of the customer file and of text messages attacked"
        #expect(!(try read(title)).contains("Supplier"))
        let rest = try read("Bad milk").replacing("Bad milk", with: "").split(separator: " ")
        #expect(try read(title).split(separator: " ") == rest)
    }
}
