package cn.zhengqi.ops.evaluation;

import cn.zhengqi.kernel.Channel;
import cn.zhengqi.ops.api.Grade;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an enterprise says of a finished case.
 *
 * @param tags that the dictionary has for such a grade
 * @param anonymous whether those who handled it do not see whose it is; null: nobody said, and they learn it only where they know it already
 */
record Opinion(
        Grade grade,
        List<String> tags,
        @Nullable String words,
        @Nullable Boolean anonymous,
        Channel channel) {

    Opinion {
        tags = List.copyOf(tags);
    }
}
