import TestSupport
import Testing

@testable import PlancPictures

/// Picture files: what is printed of them, and what is refused.
@Suite struct PictureTests {
    static func file(_ name: String) throws -> [UInt8] {
        try #require(readFile("\(packageFolder)/Tests/Fixtures/Pictures/\(name)"))
    }

    static let pngs = ["colour", "grey", "alpha", "palette", "one-bit", "sixteen"].map { $0 + ".png" }
    static let jpegs = ["turned", "progressive", "grey", "cmyk"].map { $0 + ".jpg" }

    @Test(arguments: pngs + jpegs) func readsEveryForm(name: String) throws {
        let picture = try Picture.reading(Self.file(name))
        #expect(picture.form == (name.hasSuffix("png") ? .png : .jpeg))
        let isTurned = name == "turned.jpg"
        #expect([picture.width, picture.height] == (isTurned ? [16, 24] : [24, 16]))
        #expect(picture.orientation == (isTurned ? 6 : 1))
        // What is printed is a whole picture of the same form.
        let again = try Picture.reading(picture.bytes)
        #expect(again.bytes == picture.bytes && again.orientation == picture.orientation)
        if ["colour.png", "progressive.jpg"].contains(name) {
            #expect(abs((picture.dotsPerInch ?? 0) - 120) < 0.1)
        }
    }

    @Test func knowsTheColoursOfAJPEG() throws {
        let components = try Self.jpegs.map { try Picture.reading(Self.file($0)).components }
        #expect(components == [3, 3, 1, 4])
    }

    @Test(arguments: pngs) func decodes(name: String) throws {
        let picture = try Picture.reading(Self.file(name))
        let samples = try picture.samples()
        #expect(samples.isGrey == ["grey.png", "one-bit.png", "sixteen.png"].contains(name))
        #expect(samples.bytes.count == picture.width * picture.height * (samples.isGrey ? 1 : 3))
        // The corner at the top right is white in all of them: where they let it through, the paper is white.
        if name != "sixteen.png" { #expect(samples.bytes[picture.width * (samples.isGrey ? 1 : 3) - 1] > 240) }
    }

    /// The author, the place, the program: nothing of it goes into what others get.
    @Test(arguments: ["colour.png", "turned.jpg"]) func keepsNoWords(name: String) throws {
        let file = try Self.file(name)
        let secret = Array("Quillfeather".utf8)
        #expect(file.firstRange(of: secret) != nil)
        #expect(try Picture.reading(file).bytes.firstRange(of: secret) == nil)
        // Some cameras put a second file behind the first.
        #expect(try Picture.reading(file + secret).bytes.firstRange(of: secret) == nil)
    }

    /// A file cut anywhere, or with one wrong byte, is refused or read: never a crash, never a picture of another size.
    @Test(arguments: pngs + jpegs) func takesNoHarm(name: String) throws {
        let file = try Self.file(name)
        for length in 0..<file.count {
            let cut = try? Picture.reading(Array(file[..<length]))
            #expect(cut == nil || (try? cut?.samples()) == nil, "\(length)")
        }
        for place in file.indices {
            var changed = file
            changed[place] ^= 0x5A
            guard let picture = try? Picture.reading(changed), picture.form == .png else { continue }
            if let samples = try? picture.samples() {
                #expect(samples.bytes.count == picture.width * picture.height * (samples.isGrey ? 1 : 3))
            }
        }
    }

    @Test func saysWhatIsWrong() throws {
        func fault(_ bytes: [UInt8]) -> PictureFault? {
            do throws(PictureFault) { _ = try Picture.reading(bytes) } catch { return error }
            return nil
        }
        #expect(fault(Array("<svg/>".utf8)) == .otherForm)
        #expect(fault(Array("GIF89a".utf8)) == .otherForm)
        #expect(fault([]) == .otherForm)
        #expect(fault(PNGFile.signature) == .broken)
        #expect(fault(Array(repeating: 0xFF, count: Picture.sizeLimit + 1)) == .tooManyBytes(Picture.sizeLimit + 1))
        var huge = try Self.file("grey.png")
        huge.replaceSubrange(16..<24, with: [0, 1, 0, 0, 0, 1, 0, 0])
        #expect(fault(huge) == .tooManyPixels(width: 65536, height: 65536))
        var arithmetic = try Self.file("grey.jpg")
        let frame = try #require(arithmetic.firstRange(of: [0xFF, 0xC0])).lowerBound
        arithmetic[frame + 1] = 0xC9
        #expect(fault(arithmetic) == .unusualCoding)
    }
}
