package cn.zhengqi.policy.catalogue;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.web.file.FileKind;
import cn.zhengqi.web.file.Spreadsheet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/** The kinds of files that may come with a document, told by their content: what may be handed in everywhere, and what offices write, as long as nothing in it runs. */
record AttachmentKind(String contentType, String extension) {

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final AttachmentKind DOCX = new AttachmentKind(OFFICE + "wordprocessingml.document", ".docx");
    private static final AttachmentKind XLSX = new AttachmentKind(OFFICE + "spreadsheetml.sheet", ".xlsx");

    /** @throws ProblemException ATTACHMENT_TYPE_NOT_ALLOWED, FILE_UNPACKS_TOO_LARGE, FILE_UNREADABLE, FILE_PROTECTED, PICTURE_TOO_LARGE */
    static AttachmentKind of(byte[] content) {
        return (Spreadsheet.is(content) ? office(content) : simple(content))
                .orElseThrow(() -> new ProblemException(PolicyProblem.ATTACHMENT_TYPE_NOT_ALLOWED));
    }

    private static Optional<AttachmentKind> simple(byte[] content) {
        return FileKind.of(content).map(kind -> new AttachmentKind(kind.contentType(), kind.extension()));
    }

    private static Optional<AttachmentKind> office(byte[] content) {
        Spreadsheet.requireHarmless(content);
        Set<String> parts = parts(content);
        if (!parts.contains("[content_types].xml")
                || parts.stream().anyMatch(part -> part.endsWith("vbaproject.bin"))) {
            return Optional.empty();
        }
        if (parts.contains("word/document.xml")) {
            return Optional.of(DOCX);
        }
        return parts.contains("xl/workbook.xml") ? Optional.of(XLSX) : Optional.empty();
    }

    private static Set<String> parts(byte[] content) {
        Set<String> names = new HashSet<>();
        try (ZipArchiveInputStream zip = new ZipArchiveInputStream(new ByteArrayInputStream(content))) {
            for (ZipArchiveEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                names.add(part.getName().toLowerCase(Locale.ROOT));
            }
        } catch (IOException broken) {
            throw new ProblemException(CommonProblem.FILE_UNREADABLE);
        }
        return names;
    }
}
