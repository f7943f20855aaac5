package cn.zhengqi.web.field;

import cn.zhengqi.kernel.permission.FieldRule;
import cn.zhengqi.web.FieldRules;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * A sensitive property: left out, covered or plain, as the reader may see it. It asks for the rule each time it is written, wherever Jackson writes it: what is
 * written row by row goes through {@link RuledBean}, which asks once.
 */
final class RuledProperty extends BeanPropertyWriter {

    private static final long serialVersionUID = 1L;

    private final transient RuledField field;
    private final BeanPropertyWriter plain;
    private final BeanPropertyWriter covered;

    RuledProperty(BeanPropertyWriter property, RuledField field) {
        super(property);
        this.field = field;
        plain = property;
        covered = new CoveredProperty(property, field);
        assignSerializer(new Covering(field));
    }

    /** What stands behind it keeps its name: a record that is unwrapped does not go through {@link RuledBean}. */
    private RuledProperty(RuledProperty property, PropertyName name) {
        super(property, name);
        field = property.field;
        plain = property.plain;
        covered = property.covered;
    }

    RuledField field() {
        return field;
    }

    /** The property as Jackson made it. */
    BeanPropertyWriter plain() {
        return plain;
    }

    BeanPropertyWriter covered() {
        return covered;
    }

    /** In a record that is unwrapped into another with a prefix. */
    @Override
    protected BeanPropertyWriter _new(PropertyName name) {
        return new RuledProperty(this, name);
    }

    @Override
    public void serializeAsProperty(Object bean, JsonGenerator json, SerializationContext context) throws Exception {
        if (field.rule(context) != FieldRule.HIDDEN) {
            super.serializeAsProperty(bean, json, context);
        }
    }

    /** For each way in which Jackson writes the value without asking the property. */
    static final class Covering extends StdSerializer<Object> {

        private final RuledField field;

        Covering(RuledField field) {
            super(Object.class);
            this.field = field;
        }

        @Override
        public void serialize(Object value, JsonGenerator json, SerializationContext context) {
            json.writeString(FieldRules.cover(value.toString(), field.mask(), field.rule(context)));
        }
    }
}
