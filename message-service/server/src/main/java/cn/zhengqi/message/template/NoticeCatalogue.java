package cn.zhengqi.message.template;

import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.message.ways.Terms;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All kinds of notices, in the order in which they are shown. */
public final class NoticeCatalogue {

    private final Map<String, NoticeKind<?>> kinds = new LinkedHashMap<>();

    /** @throws IllegalStateException for two of one code, or words that do not fit what the kind knows */
    public NoticeCatalogue(Collection<NoticeKind<?>> all) {
        for (NoticeKind<?> kind : all) {
            if (kinds.put(kind.code(), kind) != null) {
                throw new IllegalStateException("Two kinds of notices are called " + kind.code());
            }
            NoticeKind.Words words = kind.shipped();
            List<FieldProblem> faults =
                    TemplateCheck.of(kind, TemplateContent.inSite(words.title(), words.body(), words.link()));
            if (!faults.isEmpty()) {
                throw new IllegalStateException(kind.code() + ": " + faults);
            }
        }
    }

    Collection<NoticeKind<?>> all() {
        return kinds.values();
    }

    /** @param code of a kind that was told under an older release, too: then nothing is left to decide */
    public Terms terms(@Nullable String code) {
        NoticeKind<?> kind = code == null ? null : kinds.get(code);
        return kind == null ? Terms.AT_ONCE : kind.terms();
    }

    /** @throws ProblemException NOT_FOUND */
    NoticeKind<?> kind(String code) {
        NoticeKind<?> kind = kinds.get(code);
        if (kind == null) {
            throw ProblemException.notFound("没有这种系统消息");
        }
        return kind;
    }
}
