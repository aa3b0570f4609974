import PlancPictures
import PlancSource

/// The most bytes that planc reads of a file: of what is neither a source nor a picture it asks only whether it is there.
public func mostBytesRead(of path: String) -> Int {
    let ending = path.split(separator: ".").last?.lowercased() ?? ""
    return ["png", "jpg", "jpeg"].contains(ending) ? Picture.sizeLimit : Limits.fileBytes
}
