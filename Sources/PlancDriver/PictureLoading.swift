import PlancDiagnostics
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
                let bytes = try world.read(Path.join(folder, path), limit: Picture.sizeLimit + 1)
                return (Self.picture(bytes), nil)
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
            if picture.form == .png { _ = try picture.samples() }
            return .success(picture)
        } catch {
            return .failure(error)
        }
    }
}
