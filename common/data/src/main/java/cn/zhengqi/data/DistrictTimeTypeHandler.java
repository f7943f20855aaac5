package cn.zhengqi.data;

import cn.zhengqi.kernel.BusinessTime;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/** {@code timestamptz} at the offset of the district; the driver alone would give UTC. */
final class DistrictTimeTypeHandler extends BaseTypeHandler<OffsetDateTime> {

    @Override
    public void setNonNullParameter(
            PreparedStatement statement, int index, OffsetDateTime value, @Nullable JdbcType jdbcType)
            throws SQLException {
        statement.setObject(index, value);
    }

    @Override
    public @Nullable OffsetDateTime getNullableResult(ResultSet rows, String column) throws SQLException {
        return atDistrict(rows.getObject(column, OffsetDateTime.class));
    }

    @Override
    public @Nullable OffsetDateTime getNullableResult(ResultSet rows, int column) throws SQLException {
        return atDistrict(rows.getObject(column, OffsetDateTime.class));
    }

    @Override
    public @Nullable OffsetDateTime getNullableResult(CallableStatement call, int column) throws SQLException {
        return atDistrict(call.getObject(column, OffsetDateTime.class));
    }

    private static @Nullable OffsetDateTime atDistrict(@Nullable OffsetDateTime time) {
        return time == null ? null : BusinessTime.at(time.toInstant());
    }
}
