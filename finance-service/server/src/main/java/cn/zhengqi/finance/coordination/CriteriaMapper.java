package cn.zhengqi.finance.coordination;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** Stores editions of the criteria, which are only ever added to. */
@Mapper
interface CriteriaMapper {

    String ALL = "select edition, content, note, changed_by, changed_by_name, changed_at from coordination_criteria ";

    @Select(ALL + "order by edition desc limit 1")
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    CriteriaEdition current();

    @Select(ALL + "order by edition desc")
    List<CriteriaEdition> all();

    /** Of two that come after the same edition one is kept. */
    @Insert("""
            insert into coordination_criteria (edition, content, note, changed_by, changed_by_name, changed_at)
            values (#{it.edition}, #{it.content}, #{it.note}, #{it.changedBy}, #{it.changedByName}, #{it.changedAt})
            on conflict do nothing
            """)
    int insert(@Param("it") CriteriaEdition it);
}
