package cn.zhengqi.web.field;

import cn.zhengqi.kernel.Mask;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.BeanPropertyWriter;

/** A sensitive property for those who see it covered. Covers a list of thousands in one array of characters. */
final class CoveredProperty extends BeanPropertyWriter {

    private static final long serialVersionUID = 1L;

    private static final int USUAL = 64;

    private final Mask mask;
    private transient volatile @Nullable Room room;

    /** Each writing has a context of its own, and is done by one thread. */
    private record Room(SerializationContext writing, char[] text) {}

    CoveredProperty(BeanPropertyWriter property, RuledField field) {
        super(property);
        mask = field.mask();
        assignSerializer(new RuledProperty.Covering(field));
    }

    @Override
    public void serializeAsProperty(Object bean, JsonGenerator json, SerializationContext context) throws Exception {
        Object value = get(bean);
        if (value == null || _suppressableValue != null) {
            super.serializeAsProperty(bean, json, context);
            return;
        }
        String text = value.toString();
        char[] covered = room(context, text.length() + Mask.ROOM);
        json.writeName(_name);
        json.writeString(covered, 0, mask.apply(text, covered));
    }

    private char[] room(SerializationContext context, int size) {
        Room last = room;
        if (last == null || last.writing != context || last.text.length < size) {
            last = new Room(context, new char[Math.max(size, USUAL)]);
            room = last;
        }
        return last.text;
    }
}
