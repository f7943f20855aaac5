package cn.zhengqi.user.upload;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.user.UserProblem;
import cn.zhengqi.web.file.UploadedTable;
import java.util.List;

/** Tables that somebody brings here, refused by this service's own codes. */
public final class UploadedTables {

    private static final UploadedTable.Refusals REFUSALS =
            new UploadedTable.Refusals(UserProblem.REFERENCE_FILE_UNREADABLE, UserProblem.REFERENCE_FILE_TOO_LARGE);

    private UploadedTables() {}

    /** @throws ProblemException REFERENCE_FILE_UNREADABLE, REFERENCE_FILE_TOO_LARGE, FILE_UNREADABLE, FILE_UNPACKS_TOO_LARGE */
    public static List<UploadedTable.Line> read(byte[] file, List<String> required) {
        return UploadedTable.read(file, required, REFUSALS);
    }
}
