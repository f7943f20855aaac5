package cn.zhengqi.finance.entry;

import cn.zhengqi.data.EntityMapper;
import cn.zhengqi.kernel.PageRequest;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** Stores what banks enter. */
@Mapper
interface ProductEntryMapper extends EntityMapper<ProductEntry> {

    String MATCHING = """
            from loan_product_entry
            <where>
                <if test="q.reviewed">and status in ('SUBMITTED', 'RETURNED', 'APPROVED')</if>
                <if test="q.status != null">and status = #{q.status}</if>
                <if test="q.bankId != null">and bank_id = #{q.bankId}</if>
                <if test="q.pattern != null">and (title || ' ' || bank_name) ilike #{q.pattern}</if>
            </where>
            """;

    @Select("<script>select count(*) " + MATCHING + "</script>")
    long count(@Param("q") EntryQuery q);

    /** What waits comes first, the longest waiting before all; then what changed last. */
    @Select("<script>select * " + MATCHING + """
             order by status = 'SUBMITTED' desc, case when status = 'SUBMITTED' then submitted_at end, changed_at desc, id
             limit #{page.size} offset #{page.offset}</script>""")
    List<ProductEntry> list(@Param("q") EntryQuery q, @Param("page") PageRequest page);
}
