package cn.zhengqi.web.file;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The kinds of files that may be handed in, told by their content, never by name or by what the sender says. A picture has a head that can be read, and no size that would fill the memory of whoever
 * opens it; a PDF can be opened, and without a password.
 */
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

    /**
     * Empty for everything else.
     *
     * @throws ProblemException PICTURE_TOO_LARGE for one that is huge when it is opened; FILE_PROTECTED for one that asks for a password
     */
    public static Optional<FileKind> of(byte[] content) {
        return Arrays.stream(values())
                .filter(kind -> kind.begins(content))
                .filter(kind -> kind.isPicture() ? isReasonable(content) : PdfFile.isOne(content))
                .findFirst();
    }

    private static boolean isReasonable(byte[] picture) {
        Optional<PictureSize> size = PictureSize.of(picture);
        if (size.filter(it -> !it.isReasonable()).isPresent()) {
            throw new ProblemException(CommonProblem.PICTURE_TOO_LARGE);
        }
        return size.isPresent();
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
