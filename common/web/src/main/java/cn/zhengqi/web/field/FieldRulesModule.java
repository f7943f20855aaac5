package cn.zhengqi.web.field;

import cn.zhengqi.kernel.Uscc;
import cn.zhengqi.web.Sensitive;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.FromStringDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;
import tools.jackson.databind.ser.bean.BeanSerializerBase;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** Teaches Jackson the field rules, which characters a text may hold, and that a {@link Uscc} is one text. */
public final class FieldRulesModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    private static final ExplanationReader EXPLANATIONS = new ExplanationReader();

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
                return rule == null ? property : new RuledProperty(property, RuledField.of(rule));
            });
            return properties;
        }

        @Override
        public ValueSerializer<?> modifySerializer(
                SerializationConfig config, BeanDescription.Supplier type, ValueSerializer<?> serializer) {
            return serializer instanceof BeanSerializerBase bean && RuledBean.isFor(bean)
                    ? new RuledBean(bean)
                    : serializer;
        }
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

    private static class TextReader extends StringDeserializer {

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
            return checked(super.deserialize(parser, context), context);
        }

        @Override
        public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            return property == null || property.getAnnotation(Explanation.class) == null ? this : EXPLANATIONS;
        }
    }

    /** What is counted is what is kept and shown. */
    private static final class ExplanationReader extends TextReader {

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
            String words = super.deserialize(parser, context);
            return words == null ? null : words.strip();
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
