import ArgumentParser

@main
struct Planc: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "planc", version: "0.1.0")
}
