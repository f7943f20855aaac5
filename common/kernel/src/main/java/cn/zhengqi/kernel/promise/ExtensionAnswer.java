package cn.zhengqi.kernel.promise;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who asked for more time is answered.
 *
 * @param askedBy account of who asked
 * @param workingDays that were asked for
 * @param words why not; absent where nothing was said with a yes
 */
public record ExtensionAnswer(
        UUID askedBy, int workingDays, @Nullable String words) {}
