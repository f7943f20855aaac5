package cn.zhengqi.user.reference;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.user.upload.UploadedTables;
import cn.zhengqi.web.file.UploadedTable;
import java.util.List;

/** A file of 基础数据 that somebody brings. */
final class ReferenceFile {

    static final int MAX_BYTES = UploadedTable.MAX_BYTES;

    private ReferenceFile() {}

    /** @throws ProblemException REFERENCE_FILE_UNREADABLE, REFERENCE_FILE_TOO_LARGE */
    static List<ReferenceImport.Line> read(byte[] file) {
        return UploadedTables.read(file, List.of(ReferenceSheet.CODE, ReferenceSheet.NAME)).stream()
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
