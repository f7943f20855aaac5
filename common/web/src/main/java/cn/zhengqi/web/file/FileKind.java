package cn.zhengqi.web.file;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The kinds of files that may be handed in, told by their first bytes, never by name or by what the sender says. */
public enum FileKind {
    PDF("application/pdf", ".pdf", "255044462d"),
    JPEG("image/jpeg", ".jpg", "ffd8ff"),
    PNG("image/png", ".png", "89504e470d0a1a0a");

    private final String contentType;
    private final String extension;
    private final byte[] beginning;

    FileKind(String contentType, String extension, String beginning) {
        this.contentType = contentType;
        this.extension = extension;
        this.beginning = HexFormat.of().parseHex(beginning);
    }

    public static Optional<FileKind> of(byte[] content) {
        return Arrays.stream(values()).filter(kind -> kind.begins(content)).findFirst();
    }

    public String contentType() {
        return contentType;
    }

    public String extension() {
        return extension;
    }

    public boolean isPicture() {
        return this != PDF;
    }

    private boolean begins(byte[] content) {
        return content.length > beginning.length
                && Arrays.equals(content, 0, beginning.length, beginning, 0, beginning.length);
    }
}
