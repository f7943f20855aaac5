package cn.zhengqi.data;

import com.baomidou.mybatisplus.core.handlers.IJsonTypeHandler;
import java.lang.reflect.Field;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;
import tools.jackson.databind.JavaType;

/**
 * A value as {@code jsonb}. For single fields of generic type: {@code @TableField(typeHandler = JsonbTypeHandler.class)} with
 * {@code @TableName(autoResultMap = true)}; for a type as such: {@link JsonbType}.
 */
public class JsonbTypeHandler<T> extends BaseTypeHandler<T> implements IJsonTypeHandler<T> {

    private final JavaType type;

    public JsonbTypeHandler(Class<T> type) {
        this.type = Json.MAPPER.constructType(type);
    }

    /** Used by MyBatis-Plus, which knows the field and with it the type arguments. */
    public JsonbTypeHandler(Class<T> type, Field field) {
        this.type = Json.MAPPER.constructType(field.getGenericType());
    }

    @Override
    public T parse(String json) {
        return Json.MAPPER.readValue(json, type);
    }

    @Override
    public String toJson(T value) {
        return Json.MAPPER.writeValueAsString(value);
    }

    @Override
    public void setNonNullParameter(PreparedStatement statement, int index, T value, @Nullable JdbcType jdbcType)
            throws SQLException {
        PGobject json = new PGobject();
        json.setType("jsonb");
        json.setValue(toJson(value));
        statement.setObject(index, json);
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

    private @Nullable T read(@Nullable String json) {
        return json == null ? null : parse(json);
    }

    /**
     * The handler of a {@link JsonbType}. A class of its own, because MyBatis keeps one registered instance of each class and would give that to single
     * fields too.
     */
    static final class OfType<T> extends JsonbTypeHandler<T> {

        OfType(Class<T> type) {
            super(type);
        }
    }
}
