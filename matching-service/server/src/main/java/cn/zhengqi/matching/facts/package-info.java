/** The dictionary of facts as it is in force: read from its table by every copy of the service, and told to other services. */
@NullMarked
package cn.zhengqi.matching.facts;

import org.jspecify.annotations.NullMarked;
