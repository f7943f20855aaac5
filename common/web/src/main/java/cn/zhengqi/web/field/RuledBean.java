package cn.zhengqi.web.field;

import cn.zhengqi.kernel.permission.FieldRule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.BeanSerializer;
import tools.jackson.databind.ser.bean.BeanSerializerBase;

/**
 * Writes records with sensitive properties. What the reader sees of them is found once for all that is written in one go; the records are then written by a
 * serializer of Jackson's own that knows of no rule: what is seen plainly is the property as Jackson made it, what is hidden is not among its properties.
 */
final class RuledBean extends BeanSerializer {

    private final List<RuledField> fields;

    /** By the rules of the fields. There are few: as many as there are readers who see different things. */
    private final Map<List<FieldRule>, BeanSerializerBase> bySight = new ConcurrentHashMap<>();

    RuledBean(BeanSerializerBase bean) {
        super(bean);
        fields = ruled().map(RuledProperty::field).toList();
    }

    static boolean isFor(BeanSerializerBase bean) {
        return new RuledBean(bean).ruled().findAny().isPresent();
    }

    /** The properties behind the rules are resolved as any other. */
    @Override
    public void resolve(SerializationContext context) {
        super.resolve(context);
        with(RuledProperty::plain).resolve(context);
        with(RuledProperty::covered).resolve(context);
    }

    @Override
    public void serialize(Object bean, JsonGenerator json, SerializationContext context) {
        if (context.getActiveView() == null) {
            asSeen(context).serialize(bean, json, context);
        } else {
            // Which properties a view has is Jackson's business: each of them asks by itself.
            super.serialize(bean, json, context);
        }
    }

    private BeanSerializerBase asSeen(SerializationContext context) {
        if (context.getAttribute(this) instanceof BeanSerializerBase known) {
            return known;
        }
        List<FieldRule> sight =
                fields.stream().map(field -> field.rule(context)).toList();
        BeanSerializerBase found = bySight.computeIfAbsent(sight, this::seenBy);
        context.setAttribute(this, found);
        return found;
    }

    private BeanSerializerBase seenBy(List<FieldRule> sight) {
        return with(property -> switch (sight.get(fields.indexOf(property.field()))) {
            case PLAIN, EDITABLE -> property.plain();
            case MASKED -> property.covered();
            case HIDDEN -> null;
        });
    }

    private BeanSerializerBase with(Function<RuledProperty, @Nullable BeanPropertyWriter> instead) {
        return withProperties(
                Arrays.stream(_props)
                        .map(property -> property instanceof RuledProperty ruled ? instead.apply(ruled) : property)
                        .filter(Objects::nonNull)
                        .toArray(BeanPropertyWriter[]::new),
                null);
    }

    private Stream<RuledProperty> ruled() {
        return Arrays.stream(_props).filter(RuledProperty.class::isInstance).map(RuledProperty.class::cast);
    }
}
