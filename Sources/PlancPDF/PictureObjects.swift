import PlancLayout
import PlancPictures

/// The pictures of a file, each written once.
final class PictureObjects {
    private var pictures: [Picture] = []

    /// The number in the name of a picture among the resources of pages: `/P0`, `/P1` …
    func number(of picture: Picture) -> Int {
        if let known = pictures.firstIndex(where: { $0 === picture }) { return known }
        pictures.append(picture)
        return pictures.count - 1
    }

    /// Writes the pictures; the entries of `/XObject`.
    func write(to file: inout PDFFile) throws(PDFError) -> String {
        var entries = ""
        for (number, picture) in pictures.enumerated() {
            let id = file.reserve()
            switch picture.form {
            case .jpeg: try writeJPEG(picture, id, to: &file)
            case .png: try writePNG(picture, id, to: &file)
            }
            entries += "/P\(number) \(id) 0 R"
        }
        return entries
    }

    /// JPEG is a filter of PDF (ISO 32000-1, 7.4.8): readers decode it. Its own size is that before it is turned.
    private func writeJPEG(_ picture: Picture, _ id: Int, to file: inout PDFFile) throws(PDFError) {
        let space = ["DeviceGray", "DeviceRGB", "DeviceRGB", "DeviceCMYK"][min(max(picture.components, 1), 4) - 1]
        // Four colours are stored the wrong way round by all who write them.
        let decode = picture.components == 4 ? "/Decode[1 0 1 0 1 0 1 0]" : ""
        let isTurned = picture.orientation > 4
        let (width, height) = isTurned ? (picture.height, picture.width) : (picture.width, picture.height)
        try file.putStream(
            id,
            "/Type/XObject/Subtype/Image/Width \(width)/Height \(height)/ColorSpace/\(space)/BitsPerComponent 8\(decode)"
                + "/Filter/DCTDecode",
            picture.bytes, isCompressed: false)
    }

    /// The colours of a PNG, each row as its difference from the one above (PNG's filter 2, 7.4.4.4).
    private func writePNG(_ picture: Picture, _ id: Int, to file: inout PDFFile) throws(PDFError) {
        let data = try picture.once { () throws(PDFError) -> [UInt8] in
            // That it can be decoded was tried when it was read.
            guard let samples = try? picture.samples() else { return [] }
            let deflater = try Deflater()
            return [samples.isGrey ? 1 : 3] + (try deflater.compress(Self.rows(samples, width: picture.width)))
        }
        let isGrey = data.first != 3
        let colours = isGrey ? 1 : 3
        try file.putStream(
            id,
            "/Type/XObject/Subtype/Image/Width \(picture.width)/Height \(picture.height)"
                + "/ColorSpace/\(isGrey ? "DeviceGray" : "DeviceRGB")/BitsPerComponent 8/Filter/FlateDecode"
                + "/DecodeParms<</Predictor 15/Colors \(colours)/Columns \(picture.width)>>",
            Array(data.dropFirst()), isCompressed: false)
    }

    private static func rows(_ samples: PictureSamples, width: Int) -> [UInt8] {
        let length = width * (samples.isGrey ? 1 : 3)
        let source = samples.bytes
        var rows: [UInt8] = []
        rows.reserveCapacity(source.count + source.count / max(length, 1))
        for start in stride(from: 0, to: source.count, by: length) {
            rows.append(2)
            for place in start..<start + length {
                rows.append(start == 0 ? source[place] : source[place] &- source[place - length])
            }
        }
        return rows
    }
}

extension Picture {
    /// What turns the unit square of the stored picture into the place on the page where it is shown (Exif, orientation).
    func matrix(x: Double, y: Double, width w: Double, height h: Double) -> [Double] {
        switch orientation {
        case 2: [-w, 0, 0, h, x + w, y]
        case 3: [-w, 0, 0, -h, x + w, y + h]
        case 4: [w, 0, 0, -h, x, y + h]
        case 5: [0, -h, -w, 0, x + w, y + h]
        case 6: [0, -h, w, 0, x, y + h]
        case 7: [0, h, w, 0, x, y]
        case 8: [0, h, -w, 0, x + w, y]
        default: [w, 0, 0, h, x, y]
        }
    }
}
