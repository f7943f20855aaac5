package cn.zhengqi.web.field;

import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.Uscc;
import cn.zhengqi.kernel.permission.FieldRule;
import cn.zhengqi.web.CallingSystem;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.FieldRules;
import cn.zhengqi.web.Sensitive;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.FromStringDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** Teaches Jackson the field rules, which characters a text may hold, and that a {@link Uscc} is one text. */
public final class FieldRulesModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    private static final Object READER = Reader.class;

    public FieldRulesModule() {
        super("zhengqi-field-rules");
        addSerializer(Uscc.class, new ToStringSerializer(Uscc.class));
        addDeserializer(Uscc.class, new UsccReader());
        addDeserializer(String.class, new TextReader());
        addKeyDeserializer(String.class, new KeyReader());
    }

    @Override
    public void setupModule(JacksonModule.SetupContext context) {
        super.setupModule(context);
        context.addSerializerModifier(new Modifier());
    }

    private static final class Modifier extends ValueSerializerModifier {

        private static final long serialVersionUID = 1L;

        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config, BeanDescription.Supplier bean, List<BeanPropertyWriter> properties) {
            properties.replaceAll(property -> {
                Sensitive rule = property.getAnnotation(Sensitive.class);
                return rule == null ? property : new Ruled(property, rule);
            });
            return properties;
        }
    }

    /** A sensitive property: left out, covered or plain, as the caller may see it. What holds is found once for all that is written in one go. */
    private static final class Ruled extends BeanPropertyWriter {

        private static final long serialVersionUID = 1L;

        private final transient Sensitive field;
        private final Mask mask;
        private transient volatile @Nullable Found found;

        /**
         * What holds for the reader of what is being written: each writing has a context of its own, and is done by one thread.
         */
        private static final class Found {

            private static final int USUAL = 64;

            private final SerializationContext writing;
            private final FieldRule rule;
            private char[] covered = new char[USUAL];

            Found(SerializationContext writing, FieldRule rule) {
                this.writing = writing;
                this.rule = rule;
            }

            void write(String text, Mask mask, JsonGenerator json) {
                if (rule.showsPlainly()) {
                    json.writeString(text);
                    return;
                }
                if (covered.length < text.length() + Mask.ROOM) {
                    covered = new char[text.length() + Mask.ROOM];
                }
                json.writeString(covered, 0, mask.apply(text, covered));
            }
        }

        Ruled(BeanPropertyWriter property, Sensitive field) {
            super(property);
            this.field = field;
            mask = field.mask();
            assignSerializer(new Covering(field));
        }

        @Override
        public void serializeAsProperty(Object bean, JsonGenerator json, SerializationContext context)
                throws Exception {
            Found found = found(context);
            if (found.rule == FieldRule.HIDDEN) {
                return;
            }
            Object value = get(bean);
            if (value == null || _suppressableValue != null) {
                super.serializeAsProperty(bean, json, context);
                return;
            }
            json.writeName(_name);
            found.write(value.toString(), mask, json);
        }

        private Found found(SerializationContext context) {
            Found last = found;
            if (last == null || last.writing != context) {
                last = new Found(context, reader(context).rule(field));
                found = last;
            }
            return last;
        }
    }

    /** Stays with the property when Jackson renames it. */
    private static final class Covering extends StdSerializer<Object> {

        private final Sensitive rule;

        Covering(Sensitive rule) {
            super(Object.class);
            this.rule = rule;
        }

        @Override
        public void serialize(Object value, JsonGenerator json, SerializationContext context) {
            json.writeString(
                    FieldRules.cover(value.toString(), rule, reader(context).rule(rule)));
        }
    }

    /** Who will read what is being written: a person, another system, or nobody who is known. */
    private record Reader(
            @Nullable CurrentUser user, @Nullable CallingSystem system) {

        FieldRule rule(Sensitive field) {
            return system == null ? FieldRules.rule(field, user) : FieldRules.rule(field, system);
        }
    }

    /** Looked up once for all that is written: a list has hundreds of such fields. */
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

    private static final class UsccReader extends FromStringDeserializer<Uscc> {

        UsccReader() {
            super(Uscc.class);
        }

        @Override
        protected @Nullable Uscc _deserialize(String text, DeserializationContext context) {
            return Uscc.parse(text);
        }
    }

    private static final class TextReader extends StringDeserializer {

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
            return checked(super.deserialize(parser, context), context);
        }
    }

    private static final class KeyReader extends KeyDeserializer {

        @Override
        public @Nullable Object deserializeKey(String key, DeserializationContext context) {
            return checked(key, context);
        }
    }

    private static @Nullable String checked(@Nullable String text, DeserializationContext context) {
        if (text != null && !Texts.isClean(text)) {
            throw new ControlCharacterException(context.getParser(), text);
        }
        return text;
    }
}
