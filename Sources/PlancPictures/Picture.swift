import PlancSource

/// A picture file, PNG or JPEG, as far as its head tells: how large it is, and what of it is printed.
///
/// What is in the file beside the picture – where a photograph was taken, by whom, words of the program that wrote it – is in
/// no output.
public final class Picture: Sendable {
    /// The file formats that are printed.
    public enum Form: String, Sendable { case png, jpeg }

    public let form: Form
    /// The file as it lies in the plan.
    public let file: [UInt8]
    /// The same picture without what is not needed to show it.
    public let bytes: [UInt8]
    /// In pixels, as it is shown.
    public let width: Int
    /// From top to bottom in pixels, as it is shown.
    public let height: Int
    /// What the file says of its size on paper; nil when it says nothing.
    public let dotsPerInch: Double?
    /// How the stored picture is to be turned (Exif, 1 to 8; 1: it is not).
    public let orientation: Int
    /// Of a JPEG, the colours of a pixel: 1 (grey), 3 or 4.
    public let components: Int
    private let made = Mutex<[UInt8]?>(nil)

    /// The most bytes of a file, and the most pixels: what goes into each copy of each page.
    public static let sizeLimit = 10_000_000
    /// The most pixels of a picture: its width times its height.
    public static let pixelLimit = 40_000_000

    init(
        form: Form, file: [UInt8], bytes: [UInt8], width: Int, height: Int, dotsPerInch: Double?, orientation: Int = 1,
        components: Int = 3
    ) {
        (self.form, self.file, self.bytes) = (form, file, bytes)
        (self.width, self.height) = orientation > 4 ? (height, width) : (width, height)
        (self.dotsPerInch, self.orientation, self.components) = (dotsPerInch, orientation, components)
    }

    /// Reads a file.
    ///
    /// - Throws: why it cannot be printed.
    public static func reading(_ file: [UInt8]) throws(PictureFault) -> Picture {
        if file.count > sizeLimit { throw .tooManyBytes(file.count) }
        let picture: Picture
        if file.starts(with: PNGFile.signature) {
            picture = try PNGFile(file).picture()
        } else if file.starts(with: JPEGFile.signature) {
            picture = try JPEGFile(file).picture()
        } else {
            throw .otherForm
        }
        return picture
    }

    /// What a format makes of the picture: made once, for all documents.
    package func once<Failure: Error>(_ make: () throws(Failure) -> [UInt8]) throws(Failure) -> [UInt8] {
        let result = made.withLock { known -> Result<[UInt8], Failure> in
            if let known { return .success(known) }
            do throws(Failure) {
                let bytes = try make()
                known = bytes
                return .success(bytes)
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }
}

/// Why a picture file cannot be printed.
public enum PictureFault: Error, Hashable, Sendable {
    /// Neither PNG nor JPEG.
    case otherForm
    /// It ends too early, or says what cannot be.
    case broken
    /// Coded in a way that readers do not show: lossless or arithmetic JPEG, more than 8 bits a colour.
    case unusualCoding
    case tooManyBytes(Int)
    case tooManyPixels(width: Int, height: Int)
}

extension Picture {
    static func checkPixels(_ width: Int, _ height: Int) throws(PictureFault) {
        if width <= 0 || height <= 0 { throw .broken }
        if width > pixelLimit || height > pixelLimit || width * height > pixelLimit {
            throw .tooManyPixels(width: width, height: height)
        }
    }
}

extension Picture: Equatable {
    /// Whether they are the same file.
    public static func == (a: Picture, b: Picture) -> Bool { a === b || a.file == b.file }
}
