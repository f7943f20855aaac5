package cn.zhengqi.code.scan;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.ResultType;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.session.ResultHandler;

@Mapper
interface ScanMapper {

    @Insert("""
            insert into scan (id, code_id, enterprise_id, enterprise_name, uscc, at, scanner_id, scanner_name,
              institution_id, institution_name, source, kind, place, shown_categories, town_code)
            values (#{id}, #{codeId}, #{enterpriseId}, #{enterpriseName}, #{uscc}, #{at}, #{scannerId}, #{scannerName},
              #{institutionId}, #{institutionName}, #{source}, #{kind}, #{place}, #{shownCategories},
              (select town_code from enterprise_code where id = #{codeId}))""")
    void insert(Scan scan);

    String OF_ENTERPRISE = """
            from scan where enterprise_id = #{q.enterpriseId}
            <if test="q.pattern != null">and (scanner_name ilike #{q.pattern} or institution_name ilike #{q.pattern}
              or place ilike #{q.pattern})</if>
            <if test="q.source != null">and source = #{q.source}</if>
            <if test="q.from != null">and at &gt;= #{q.from}</if>
            <if test="q.until != null">and at &lt; #{q.until}</if>
            """;

    String OF_ENTERPRISE_ORDERED = """
            order by
            <choose><when test="q.order.name() == 'INSTITUTION'">institution_name</when><otherwise>at</otherwise></choose>
            <if test="!q.ascending">desc</if>, id
            """;

    @Select("<script>select count(*) " + OF_ENTERPRISE + "</script>")
    long countOfEnterprise(@Param("q") MyScanFilter.Query q);

    @Select("<script>select * " + OF_ENTERPRISE + OF_ENTERPRISE_ORDERED + " limit #{limit} offset #{offset}</script>")
    List<Scan> ofEnterprise(@Param("q") MyScanFilter.Query q, @Param("limit") int limit, @Param("offset") long offset);

    /** Row by row; inside a transaction. */
    @Select("<script>select * " + OF_ENTERPRISE + OF_ENTERPRISE_ORDERED + "</script>")
    @ResultType(Scan.class)
    void eachOfEnterprise(@Param("q") MyScanFilter.Query q, ResultHandler<Scan> handler);

    String SEEN = """
            from scan where
            <choose><when test="q.scope.everything">true</when><otherwise>(false
              <if test="q.scope.person != null">or scanner_id = #{q.scope.person}</if>
              <if test="!q.scope.institutions.isEmpty()">or institution_id in
                <foreach collection="q.scope.institutions" item="it" open="(" separator="," close=")">#{it}</foreach></if>
              <if test="!q.scope.towns.isEmpty()">or town_code in
                <foreach collection="q.scope.towns" item="it" open="(" separator="," close=")">#{it}</foreach></if>)
            </otherwise></choose>
            <if test="q.pattern != null">and (enterprise_name ilike #{q.pattern} or uscc = #{q.uscc})</if>
            <if test="q.source != null">and source = #{q.source}</if>
            <if test="q.from != null">and at &gt;= #{q.from}</if>
            <if test="q.until != null">and at &lt; #{q.until}</if>
            """;

    String ORDERED = """
            order by
            <choose><when test="q.order.name() == 'ENTERPRISE_NAME'">enterprise_name</when><otherwise>at</otherwise></choose>
            <if test="!q.ascending">desc</if>, id
            """;

    @Select("<script>select count(*) " + SEEN + "</script>")
    long countSeen(@Param("q") ScanFilter.Query q);

    @Select("<script>select * " + SEEN + ORDERED + " limit #{limit} offset #{offset}</script>")
    List<Scan> seen(@Param("q") ScanFilter.Query q, @Param("limit") int limit, @Param("offset") long offset);

    /** Row by row; inside a transaction. */
    @Select("<script>select * " + SEEN + ORDERED + "</script>")
    @ResultType(Scan.class)
    void eachSeen(@Param("q") ScanFilter.Query q, ResultHandler<Scan> handler);
}
