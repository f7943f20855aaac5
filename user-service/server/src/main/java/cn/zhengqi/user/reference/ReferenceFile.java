package cn.zhengqi.user.reference;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.user.UserProblem;
import cn.zhengqi.user.upload.UploadedTables;
import cn.zhengqi.web.file.UploadedTable;
import java.util.List;

/** A file of 基础数据 that somebody brings. */
final class ReferenceFile {

    static final int MAX_BYTES = UploadedTable.MAX_BYTES;

    private ReferenceFile() {}

    /**
     * @param kind that it is brought for: by a file of another kind, such as one that was taken out there, each line would be wrong in a way of its own
     * @throws ProblemException REFERENCE_FILE_UNREADABLE, REFERENCE_FILE_TOO_LARGE
     */
    static List<ReferenceImport.Line> read(byte[] file, ReferenceKind kind) {
        List<UploadedTable.Line> lines = UploadedTables.read(file, List.of(ReferenceSheet.CODE, ReferenceSheet.NAME));
        lines.stream()
                .map(line -> line.cell(ReferenceSheet.KIND).strip())
                .filter(said -> !said.isBlank() && !said.equals(kind.label()))
                .findFirst()
                .ifPresent(said -> {
                    throw new ProblemException(
                            UserProblem.REFERENCE_FILE_UNREADABLE,
                            "文件的“" + ReferenceSheet.KIND + "”列写的是“" + said + "”，这里导入的是“" + kind.label() + "”");
                });
        return lines.stream()
                .map(line -> new ReferenceImport.Line(
                        line.number(),
                        new ReferenceDraft(
                                line.cell(ReferenceSheet.CODE),
                                line.cell(ReferenceSheet.NAME),
                                line.cell(ReferenceSheet.TYPE),
                                line.cell(ReferenceSheet.PARENT))))
                .toList();
    }
}
