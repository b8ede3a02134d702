"""The OData that Graph speaks: $filter, $select, $orderby, $top, $count and paging."""
