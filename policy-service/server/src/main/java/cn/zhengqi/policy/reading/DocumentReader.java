package cn.zhengqi.policy.reading;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.web.file.FileKind;
import cn.zhengqi.web.file.Spreadsheet;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The text of a document that somebody brings: a .docx or a PDF, told by its content. Nothing of the file is kept. */
@Component
class DocumentReader {

    static final int MAX_BYTES = 10 * 1024 * 1024;

    /** A scanned page has a number or a stamp at most. */
    private static final int FEWEST_LETTERS = 10;

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OLD_OFFICE = HexFormat.of().parseHex("d0cf11e0a1b11ae1");
    private static final byte[] LOCKED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    /** @param name as the sender calls the file */
    record ReadText(String name, String text) {}

    /**
     * @throws ProblemException VALIDATION_FAILED when it is empty; FILE_TOO_LARGE, DOCUMENT_TYPE_NOT_ALLOWED, FILE_PROTECTED, FILE_UNREADABLE,
     *     FILE_UNPACKS_TOO_LARGE, DOCUMENT_WITHOUT_TEXT, DOCUMENT_TOO_LONG
     */
    ReadText read(@Nullable String name, byte[] bytes) {
        if (bytes.length == 0) {
            throw ProblemException.validation("file", "REQUIRED", "文件是空的，请重新选择");
        }
        if (bytes.length > MAX_BYTES) {
            throw new ProblemException(PolicyProblem.FILE_TOO_LARGE);
        }
        String text = tidy(Radicals.asCharacters(textOf(bytes)));
        if (text.codePoints().filter(Character::isLetter).count() < FEWEST_LETTERS) {
            throw new ProblemException(PolicyProblem.DOCUMENT_WITHOUT_TEXT);
        }
        if (text.length() > Proposer.MOST_CHARACTERS) {
            throw tooLong(text.length());
        }
        return new ReadText(shown(name), text);
    }

    static ProblemException tooLong(int characters) {
        return new ProblemException(
                PolicyProblem.DOCUMENT_TOO_LONG,
                "文字有 " + characters + " 字，一次最多 " + Proposer.MOST_CHARACTERS + " 字；请只粘贴写明条件的部分，或分几次");
    }

    private static String textOf(byte[] bytes) {
        if (begins(bytes, PDF)) {
            if (FileKind.of(bytes).isEmpty()) {
                throw new ProblemException(CommonProblem.FILE_UNREADABLE);
            }
            return PdfText.of(bytes);
        }
        if (Spreadsheet.is(bytes)) {
            Spreadsheet.requireHarmless(bytes);
            return WordText.of(bytes);
        }
        if (begins(bytes, OLD_OFFICE)) {
            throw contains(bytes, LOCKED)
                    ? new ProblemException(CommonProblem.FILE_PROTECTED, "Word 文件设有打开密码，请取消密码后重新上传")
                    : new ProblemException(PolicyProblem.DOCUMENT_TYPE_NOT_ALLOWED, "旧版 .doc 文件不能读取，请另存为 .docx 后上传");
        }
        throw new ProblemException(PolicyProblem.DOCUMENT_TYPE_NOT_ALLOWED);
    }

    /** Spaces of every kind are one, and lines with nothing in them go. */
    private static String tidy(String text) {
        return text.replace('\u00a0', ' ')
                .replace('\u3000', ' ')
                .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "")
                .replaceAll("[ \\t]+", " ")
                .replaceAll(" ?\\n[ \\n]*", "\n")
                .strip();
    }

    private static String shown(@Nullable String name) {
        String given = name == null ? "" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String harmless = given.replaceAll("[\\p{Cntrl}\\p{Cf}<>:\"|?*]", "").strip();
        return harmless.isEmpty() ? "文件" : harmless.substring(0, Math.min(harmless.length(), 100));
    }

    private static boolean begins(byte[] bytes, byte[] with) {
        return bytes.length >= with.length && matches(bytes, with, 0);
    }

    private static boolean contains(byte[] bytes, byte[] wanted) {
        for (int at = 0; at + wanted.length <= bytes.length; at++) {
            if (matches(bytes, wanted, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(byte[] bytes, byte[] wanted, int at) {
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
