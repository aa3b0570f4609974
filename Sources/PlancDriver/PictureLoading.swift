import PlancDiagnostics
import PlancLibraries
import PlancModel
import PlancPictures
import PlancSource

extension Plan {
    /// Reads the picture files that the texts show, each once.
    ///
    /// - Returns: what kept the system from giving them.
    mutating func readPictures(in world: some World, below folder: String) -> [Problem] {
        let paths = Set(pictures.uses.filter { !$0.kind.isSentAsWords }.compactMap(\.path)).sorted { precedes($0, $1) }
        let read = parallelMap(paths) { path -> (file: Result<Picture, PictureFault>?, problem: Problem?) in
            do throws(WorldError) {
                let place = Path.join(folder, path)
                let read = Self.picture(try world.read(place, limit: Picture.sizeLimit + 1))
                if case .success(let picture) = read, picture.form == .png,
                    let missing = LateLibrary.pictures.missing
                {
                    return (nil, Problem(path: place, message: missing.phrase))
                }
                return (read, nil)
            } catch {
                // A folder, or what is gone since the plan was listed.
                return error.reason == .isFolder ? (.failure(.otherForm), nil) : (nil, Problem(error))
            }
        }
        for (path, found) in zip(paths, read) { pictures.files[path] = found.file }
        return read.compactMap(\.problem)
    }

    /// What is in a file is decoded once, so that one that is broken inside is not found when it is printed.
    private static func picture(_ bytes: [UInt8]) -> Result<Picture, PictureFault> {
        do throws(PictureFault) {
            let picture = try Picture.reading(bytes)
            if picture.form == .png, LateLibrary.pictures.missing == nil { _ = try picture.samples() }
            return .success(picture)
        } catch {
            return .failure(error)
        }
    }
}
