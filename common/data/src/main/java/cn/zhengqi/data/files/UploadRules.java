package cn.zhengqi.data.files;

import cn.zhengqi.kernel.ProblemException;
import java.util.function.Supplier;

/**
 * Which files are taken, and by which problems the others are refused.
 *
 * @param mostUnused files that one owner may have handed in that nothing names: some tries, but no store of their own
 * @param picturesOnly JPG and PNG; else PDF too
 */
public record UploadRules(
        int maxBytes,
        int mostUnused,
        boolean picturesOnly,
        Supplier<ProblemException> tooLarge,
        Supplier<ProblemException> wrongKind,
        Supplier<ProblemException> tooMany) {}
