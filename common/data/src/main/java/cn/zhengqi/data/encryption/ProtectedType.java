package cn.zhengqi.data.encryption;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Function;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.TypeHandler;
import org.jspecify.annotations.Nullable;

/**
 * Says, as a bean, that MyBatis stores values of a type encrypted in one column. The type is of this column alone: so no statement can forget it.
 *
 * @param of makes the value from its plain text
 * @param plain the other way
 */
public record ProtectedType<T>(
        Class<T> type, ProtectedColumn column, Function<String, T> of, Function<T, String> plain) {

    public TypeHandler<T> handler() {
        return new Handler<>(this);
    }

    private static final class Handler<T> extends BaseTypeHandler<T> {

        private final ProtectedType<T> it;

        private Handler(ProtectedType<T> it) {
            this.it = it;
        }

        @Override
        public void setNonNullParameter(PreparedStatement statement, int index, T value, @Nullable JdbcType jdbcType)
                throws SQLException {
            statement.setString(index, it.column().seal(it.plain().apply(value)));
        }

        @Override
        public @Nullable T getNullableResult(ResultSet rows, String column) throws SQLException {
            return read(rows.getString(column));
        }

        @Override
        public @Nullable T getNullableResult(ResultSet rows, int column) throws SQLException {
            return read(rows.getString(column));
        }

        @Override
        public @Nullable T getNullableResult(CallableStatement call, int column) throws SQLException {
            return read(call.getString(column));
        }

        private @Nullable T read(@Nullable String stored) {
            return stored == null ? null : it.of().apply(it.column().open(stored));
        }
    }
}
