package cn.zhengqi.web.field;

import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.permission.FieldRule;
import cn.zhengqi.web.CallingSystem;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.FieldRules;
import cn.zhengqi.web.Sensitive;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.SerializationContext;

/** What an annotation says of a field, read once: each reading of an annotation makes lists anew. */
record RuledField(Mask mask, String code, List<String> plainFor) {

    private static final Object READER = Reader.class;

    static RuledField of(Sensitive field) {
        return new RuledField(field.mask(), field.field(), List.of(field.plainFor()));
    }

    /** The rule for whoever will read what is being written. */
    FieldRule rule(SerializationContext context) {
        Reader reader = reader(context);
        return reader.system == null
                ? FieldRules.rule(code, plainFor, reader.user)
                : FieldRules.rule(plainFor, reader.system);
    }

    /** A person, another system, or nobody who is known. */
    private record Reader(
            @Nullable CurrentUser user, @Nullable CallingSystem system) {}

    /** Looked up once for all that is written. */
    private static Reader reader(SerializationContext context) {
        if (context.getAttribute(READER) instanceof Reader known) {
            return known;
        }
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        Reader reader = new Reader(
                CurrentUser.of(caller).orElse(null), CallingSystem.of(caller).orElse(null));
        context.setAttribute(READER, reader);
        return reader;
    }
}
