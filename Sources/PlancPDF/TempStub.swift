import PlancDocument
public struct PDFError: Error { }
public struct PDFOutput: Sendable { public var bytes: [UInt8]; public var pageCount: Int; public var missingGlyphs: [(text: String, character: Character)] }
public func emitPDF(_ document: Document) throws(PDFError) -> PDFOutput { PDFOutput(bytes: [], pageCount: 0, missingGlyphs: []) }
