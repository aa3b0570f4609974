import CPNG
import PlancLibraries

/// A PNG file (ISO/IEC 15948) as its chunks. libpng decodes what is in them.
struct PNGFile {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    private let file: [UInt8]

    init(_ file: [UInt8]) { self.file = file }

    /// Chunks that are needed to show the picture; the others are words, dates and other programs' data.
    private static let kept: Set<String> = [
        "IHDR", "PLTE", "tRNS", "IDAT", "IEND", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "pHYs",
    ]

    func picture() throws(PictureFault) -> Picture {
        var bytes = Self.signature
        var place = Self.signature.count
        var size: (width: Int, height: Int)?
        var dotsPerInch: Double?
        var isWhole = false
        while !isWhole {
            guard place + 12 <= file.count else { throw .broken }
            let length = number(at: place)
            let end = place + 12 + length
            guard end <= file.count else { throw .broken }
            let name = String(decoding: file[place + 4..<place + 8], as: UTF8.self)
            switch name {
            case "IHDR":
                guard length == 13, size == nil else { throw .broken }
                size = (number(at: place + 8), number(at: place + 12))
            case "pHYs":
                // The unit 1 is the metre.
                if length == 9, file[place + 16] == 1 { dotsPerInch = Double(number(at: place + 8)) * 0.0254 }
            case "IEND": isWhole = true
            default: break
            }
            guard let size else { throw .broken }
            if name == "IHDR" { try Picture.checkPixels(size.width, size.height) }
            if Self.kept.contains(name) { bytes += file[place..<end] }
            place = end
        }
        guard let size else { throw .broken }
        return Picture(
            form: .png, file: file, bytes: bytes, width: size.width, height: size.height, dotsPerInch: dotsPerInch)
    }

    private func number(at place: Int) -> Int {
        file[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
    }
}

/// The colours of a picture, row by row from the top.
public struct PictureSamples: Sendable {
    public var isGrey: Bool
    /// One byte a pixel when it is grey, else three: red, green, blue.
    public var bytes: [UInt8]
}

extension Picture {
    /// The colours of a PNG, on white where it lets something through.
    ///
    /// - Throws: `.broken` where libpng cannot decode it, or is not there.
    public func samples() throws(PictureFault) -> PictureSamples {
        guard LateLibrary.pictures.missing == nil else { throw .broken }
        var samples: [UInt8] = []
        // The file must stay where it is as long as libpng reads from it.
        let isGrey = bytes.withUnsafeBytes { source -> Bool? in
            var image = png_image()
            image.version = UInt32(PNG_IMAGE_VERSION)
            defer { png_image_free(&image) }
            guard png_image_begin_read_from_memory(&image, source.baseAddress, source.count) != 0,
                Int(image.width) == width, Int(image.height) == height
            else { return nil }
            // Eight bits a colour, without transparency.
            image.format &= UInt32(PNG_FORMAT_FLAG_COLOR)
            let isGrey = image.format == 0
            samples = [UInt8](repeating: 255, count: width * height * (isGrey ? 1 : 3))
            var white = png_color(red: 255, green: 255, blue: 255)
            return png_image_finish_read(&image, &white, &samples, 0, nil) == 0 ? nil : isGrey
        }
        guard let isGrey else { throw .broken }
        return PictureSamples(isGrey: isGrey, bytes: samples)
    }
}
