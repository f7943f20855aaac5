package cn.zhengqi.data.sample;

import cn.zhengqi.data.EntityMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
public interface NoteMapper extends EntityMapper<Note> {

    record Row(
            UUID id,
            String title,
            Note.State state,
            BigDecimal amount,
            LocalDate dueOn,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime closedAt,
            Note.Terms terms,
            List<String> tags,
            long others) {}

    @Select("""
            select id, title, state, amount, due_on, created_at, closed_at, terms, tags,
                   (select count(*) from note o where o.enterprise_id = n.enterprise_id and o.id <> n.id) as others
            from note n where enterprise_id = #{enterpriseId} order by created_at, id""")
    List<Row> rowsOf(@Param("enterpriseId") UUID enterpriseId);
}
