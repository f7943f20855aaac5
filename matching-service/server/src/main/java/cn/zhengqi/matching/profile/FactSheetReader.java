package cn.zhengqi.matching.profile;

import cn.zhengqi.data.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectReader;

/** Where somebody stands in the bytes of a {@link FactSheet}. */
final class FactSheetReader {

    private static final ObjectReader ANY_VALUE = Json.MAPPER.readerFor(Object.class);

    private final byte[] bytes;
    private int at;

    FactSheetReader(byte[] bytes, int from) {
        this.bytes = bytes;
        at = from;
    }

    boolean hasMore() {
        return at < bytes.length;
    }

    void skip(int count) {
        at += count;
    }

    byte one() {
        return bytes[at++];
    }

    long number() {
        long number = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes[at++];
            number |= (long) (next & 0x7F) << shift;
            shift += 7;
        } while (next < 0);
        return number >>> 1 ^ -(number & 1);
    }

    @Nullable
    Object value() {
        byte form = one();
        return switch (form) {
            case FactSheet.NOTHING -> null;
            case FactSheet.NO -> false;
            case FactSheet.YES -> true;
            case FactSheet.WHOLE -> (int) number();
            case FactSheet.DECIMAL -> {
                int scale = (int) number();
                yield BigDecimal.valueOf(number(), scale);
            }
            case FactSheet.TEXT -> {
                int length = (int) number();
                at += length;
                yield new String(bytes, at - length, length, StandardCharsets.UTF_8);
            }
            case FactSheet.LIST -> list((int) number());
            case FactSheet.JSON -> {
                int length = (int) number();
                at += length;
                yield ANY_VALUE.readValue(bytes, at - length, length);
            }
            default -> throw new IllegalStateException("No value has the form " + form);
        };
    }

    private List<@Nullable Object> list(int size) {
        List<@Nullable Object> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(value());
        }
        return list;
    }
}
