/** PostgreSQL for a service: pools, routing, migrations, MyBatis-Plus, and the parts of queries that all services share. */
@NullMarked
package cn.zhengqi.data;

import org.jspecify.annotations.NullMarked;
