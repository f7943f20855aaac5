package cn.zhengqi.data.idempotency;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A request whose body was read for its fingerprint and is read again by the handler. Files lie on the disk meanwhile, and are read there twice. */
final class RepeatableRequest extends HttpServletRequestWrapper {

    private final byte @Nullable [] body;
    private final byte[] fingerprint;

    private RepeatableRequest(HttpServletRequest request, byte @Nullable [] body, byte[] fingerprint) {
        super(request);
        this.body = body;
        this.fingerprint = fingerprint;
    }

    /** By what its parts are: the line between them is another one each time. */
    static RepeatableRequest withFiles(HttpServletRequest request) throws IOException {
        MessageDigest digest = sha256();
        for (Part part : partsOf(request)) {
            String head = part.getName() + '\n' + part.getSubmittedFileName() + '\n' + part.getSize() + '\n';
            digest.update(head.getBytes(StandardCharsets.UTF_8));
            try (InputStream content = part.getInputStream();
                    OutputStream into = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                content.transferTo(into);
            }
        }
        return new RepeatableRequest(request, null, digest.digest());
    }

    private static Collection<Part> partsOf(HttpServletRequest request) {
        try {
            return request.getParts();
        } catch (IllegalStateException tooLarge) {
            throw new ProblemException(CommonProblem.PAYLOAD_TOO_LARGE);
        } catch (ServletException | IOException noForm) {
            throw new ProblemException(CommonProblem.BAD_REQUEST, "上传的内容不完整，请重新上传");
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static RepeatableRequest of(HttpServletRequest request, long limit) throws IOException {
        byte[] body = request.getInputStream().readNBytes(Math.toIntExact(limit + 1));
        if (body.length > limit) {
            throw new ProblemException(CommonProblem.PAYLOAD_TOO_LARGE);
        }
        return new RepeatableRequest(request, body, body);
    }

    byte[] fingerprint() {
        return fingerprint;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return body == null ? super.getInputStream() : new BodyStream(body);
    }

    @Override
    public BufferedReader getReader() throws IOException {
        String encoding = getCharacterEncoding();
        Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        return new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }

    private static final class BodyStream extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        private BodyStream(byte[] body) {
            this.bytes = new ByteArrayInputStream(body);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("The body is here as a whole: there is nothing to wait for");
        }
    }
}
