package cn.zhengqi.matching.profile;

import cn.zhengqi.data.Json;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactSource;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * All that is said of an enterprise, by every source and whatever the day, in few bytes. One entry a fact and source: its place in the dictionary, which is for good,
 * how long the rest is, source, day, and the value as it is read from the table; so what is not asked for is stepped over.
 */
final class FactSheet {

    /** To be another one whenever bytes mean something else: a sheet of another form is none. */
    static final byte FORM = 1;

    static final byte NOTHING = 0;
    static final byte NO = 1;
    static final byte YES = 2;
    static final byte WHOLE = 3;
    static final byte DECIMAL = 4;
    static final byte TEXT = 5;
    static final byte LIST = 6;
    static final byte JSON = 7;

    /** Their places are in sheets: a new one comes last. */
    private static final List<FactSource> SOURCES =
            List.of(FactSource.REGISTER, FactSource.SELF, FactSource.TAX, FactSource.DEMO);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);

    private FactSheet() {}

    /** @return null where one of them has no place, for it is not in the dictionary yet under this name, or no value */
    static byte @Nullable [] of(Collection<KnownFact> facts, FactDictionary dictionary) {
        FactSheet sheet = new FactSheet();
        sheet.bytes.write(FORM);
        for (KnownFact fact : facts) {
            FactDefinition definition = dictionary.find(fact.name());
            if (definition == null || !definition.name().equals(fact.name()) || Objects.isNull(fact.value())) {
                return null;
            }
            FactSheet entry = new FactSheet();
            entry.bytes.write(SOURCES.indexOf(fact.source()));
            entry.number(fact.asOf().toEpochDay());
            entry.value(fact.value());
            sheet.number(dictionary.slot(fact.name()));
            sheet.bytes(entry.bytes.toByteArray());
        }
        return sheet.bytes.toByteArray();
    }

    /** Whether it is in the form of today. */
    static boolean isReadable(byte[] sheet) {
        return sheet.length > 0 && sheet[0] == FORM;
    }

    /** @param asked whether the fact at a place is */
    static void read(
            byte[] sheet,
            FactDictionary dictionary,
            IntPredicate asked,
            BiConsumer<KnownFact, FactDefinition> receiver) {
        List<FactDefinition> definitions = dictionary.facts();
        FactSheetReader reader = new FactSheetReader(sheet, 1);
        while (reader.hasMore()) {
            int slot = (int) reader.number();
            int length = (int) reader.number();
            // One beyond the end was defined a moment ago by another copy: no rule that is compiled here asks for it
            // yet.
            if (slot >= definitions.size() || !asked.test(slot)) {
                reader.skip(length);
                continue;
            }
            FactDefinition definition = definitions.get(slot);
            FactSource source = SOURCES.get(reader.one());
            LocalDate asOf = LocalDate.ofEpochDay(reader.number());
            if (reader.value() instanceof Object value) {
                receiver.accept(new KnownFact(definition.name(), source, value, asOf), definition);
            }
        }
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case null -> bytes.write(NOTHING);
            case Boolean flag -> bytes.write(flag ? YES : NO);
            case Integer whole -> {
                bytes.write(WHOLE);
                number(whole);
            }
            case BigDecimal decimal
            when decimal.unscaledValue().bitLength() < Long.SIZE -> {
                bytes.write(DECIMAL);
                number(decimal.scale());
                number(decimal.unscaledValue().longValueExact());
            }
            case String text -> {
                bytes.write(TEXT);
                bytes(text.getBytes(StandardCharsets.UTF_8));
            }
            case List<?> list -> {
                bytes.write(LIST);
                number(list.size());
                list.forEach(this::value);
            }
            default -> {
                bytes.write(JSON);
                bytes(Json.MAPPER.writeValueAsBytes(value));
            }
        }
    }

    private void bytes(byte[] some) {
        number(some.length);
        bytes.writeBytes(some);
    }

    /** Seven bits a byte, the lowest first; a small one is short, also below zero. */
    private void number(long number) {
        long rest = number << 1 ^ number >> Long.SIZE - 1;
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }
}
