import Dispatch
import PlancBind
import PlancSchema

/// Makes what every reading of a plan needs and no argument changes, beside what the caller does next: the schema, the words of
/// steps, the profiles. Whoever asks for one of them before it is made
/// waits for it, as for everything that is made once.
public func prepareToRead() {
    DispatchQueue.global().async {
        _ = Schema["checklist"]
        prepareToBind()
        _ = Profiles.builtIn
    }
}
