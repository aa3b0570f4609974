import CQPDF

/// libqpdf, for as long as one file is read and written.
private struct Sealer: ~Copyable {
    private var handle: qpdf_data?

    init() throws(PDFError) {
        guard let handle = qpdf_init() else { throw PDFError.encryption("libqpdf does not start") }
        self.handle = handle
        qpdf_silence_errors(handle)
        qpdf_set_suppress_warnings(handle, 1)
    }

    deinit {
        var handle = handle
        qpdf_cleanup(&handle)
    }

    func seal(_ bytes: [UInt8], password: String) throws(PDFError) -> [UInt8] {
        var result: [UInt8]?
        bytes.withUnsafeBytes { raw in
            let start = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
            guard qpdf_read_memory(handle, "document", start, UInt64(raw.count), nil) & QPDF_ERRORS == 0,
                qpdf_init_write_memory(handle) & QPDF_ERRORS == 0
            else { return }
            qpdf_set_object_stream_mode(handle, qpdf_o_preserve)
            // Readers may print and listen; the owner's password is not told to anybody, so it is the same.
            qpdf_set_r6_encryption_parameters2(
                handle, password, password, 1, 1, 0, 0, 0, 0, qpdf_r3p_full, 1)
            guard qpdf_write(handle) & QPDF_ERRORS == 0, let buffer = qpdf_get_buffer(handle) else { return }
            result = Array(UnsafeBufferPointer(start: buffer, count: qpdf_get_buffer_length(handle)))
        }
        guard let result else { throw PDFError.encryption(message) }
        return result
    }

    private var message: String {
        guard qpdf_has_error(handle) != 0, let error = qpdf_get_error(handle), let text = qpdf_get_error_full_text(handle, error)
        else { return "libqpdf gives no reason" }
        return String(cString: text)
    }
}

/// The same document, opened by a password only (AES-256, ISO 32000-2 revision 6). Two runs differ: the key is drawn by lot.
func encrypt(_ bytes: [UInt8], password: String) throws(PDFError) -> [UInt8] {
    let sealer = try Sealer()
    return try sealer.seal(bytes, password: password)
}
