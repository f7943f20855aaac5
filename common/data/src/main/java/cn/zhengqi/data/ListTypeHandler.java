package cn.zhengqi.data;

import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/** {@code List<String>} as {@code text[]}, {@code List<UUID>} as {@code uuid[]}; other lists are {@code jsonb}, see {@link JsonbTypeHandler}. */
final class ListTypeHandler extends BaseTypeHandler<List<?>> {

    @Override
    public void setNonNullParameter(PreparedStatement statement, int index, List<?> value, @Nullable JdbcType jdbcType)
            throws SQLException {
        String element = !value.isEmpty() && value.getFirst() instanceof java.util.UUID ? "uuid" : "text";
        statement.setArray(index, statement.getConnection().createArrayOf(element, value.toArray()));
    }

    @Override
    public @Nullable List<?> getNullableResult(ResultSet rows, String column) throws SQLException {
        return read(rows.getArray(column));
    }

    @Override
    public @Nullable List<?> getNullableResult(ResultSet rows, int column) throws SQLException {
        return read(rows.getArray(column));
    }

    @Override
    public @Nullable List<?> getNullableResult(CallableStatement call, int column) throws SQLException {
        return read(call.getArray(column));
    }

    private static @Nullable List<?> read(@Nullable Array array) throws SQLException {
        return array == null ? null : List.of((Object[]) array.getArray());
    }
}
