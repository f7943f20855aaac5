package cn.zhengqi.finance.draft;

import cn.zhengqi.data.EntityMapper;
import cn.zhengqi.finance.enterprise.EnterpriseTurn;
import cn.zhengqi.kernel.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** Stores drafts of applications; each statement names the enterprise whose they are. */
@Mapper
interface LoanDraftMapper extends EntityMapper<LoanDraft> {

    @Select("select * from loan_draft where enterprise_id = #{enterprise} and product_id = #{product}")
    Optional<LoanDraft> of(@Param("enterprise") UUID enterprise, @Param("product") UUID product);

    @Select("""
            select * from loan_draft where enterprise_id = #{enterprise}
            order by saved_at desc, id limit #{page.size} offset #{page.offset}
            """)
    List<LoanDraft> list(@Param("enterprise") UUID enterprise, @Param("page") PageRequest page);

    @Select("select count(*) from loan_draft where enterprise_id = #{enterprise}")
    long countOf(UUID enterprise);

    /** The same that applying waits for: what is typed while an application is handed in does not outlive it. */
    @Insert(EnterpriseTurn.TAKE)
    void lock(@Param("enterpriseId") UUID enterprise);

    /** The same as {@code loan_application_one_open}. */
    @Select("""
            select exists (select from loan_application
                where enterprise_id = #{enterprise} and product_id = #{product}
                  and status in ('SUBMITTED', 'IN_REVIEW', 'NEED_MATERIAL'))
            """)
    boolean isAppliedFor(@Param("enterprise") UUID enterprise, @Param("product") UUID product);

    @Delete("delete from loan_draft where enterprise_id = #{enterprise} and product_id = #{product}")
    int remove(@Param("enterprise") UUID enterprise, @Param("product") UUID product);
}
