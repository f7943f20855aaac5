package cn.zhengqi.data;

/**
 * Declares, as a bean, that values of a type are stored as {@code jsonb}: entity fields and components of projections of this type then need no
 * annotation. A list inside is a component of such a record; a bare {@code List<T>} has lost its element type by the time it is read.
 *
 * @param type a record
 */
public record JsonbType(Class<?> type) {}
