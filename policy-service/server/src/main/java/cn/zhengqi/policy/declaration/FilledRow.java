package cn.zhengqi.policy.declaration;

import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.FieldRules;
import java.util.Map;
import java.util.UUID;

/**
 * A declaration in a file, with what was filled in.
 *
 * @param names of the files that it names, and perhaps of others
 */
record FilledRow(DeclarationView declaration, Answers answers, Papers papers, Map<UUID, String> names) {

    /** Whom to call stays covered as everywhere. */
    FilledRow seenBy(CurrentUser reader) {
        return new FilledRow(FieldRules.apply(declaration, reader), answers, papers, names);
    }

    /** What such a file is called; a word where it is not known. */
    String nameOf(UUID file) {
        return names.getOrDefault(file, "文件");
    }
}
